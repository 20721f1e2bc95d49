// The living catalogue at /ui: every component in every state. Browser tests look at it.
import type { Translate } from '#kernel/locale.ts'
import { PageBody, PageTitle } from '../page/page.tsx'
import { catalogueExamples, type Room, type RoomGroup } from './catalogue-examples.ts'
import type { Example } from './example.ts'

const Sample = ({ t, example }: { t: Translate; example: Example }) => (
  <div class="sample">
    <p class="sample-name" lang="en">
      {example.name}
    </p>
    <div class="sample-stage">{example.example(t)}</div>
  </div>
)

const RoomPart = ({ t, room }: { t: Translate; room: Room }) => (
  <section class="catalogue-room" id={`room-${room.name}`}>
    <h2 lang="en">{room.name}</h2>
    {room.examples.map((example) => (
      <Sample t={t} example={example} />
    ))}
  </section>
)

const Contents = ({ t, groups }: { t: Translate; groups: readonly RoomGroup[] }) => (
  <nav class="catalogue-contents" aria-label={t('ui.catalogue-contents')}>
    {groups.map(({ label, rooms }) => (
      <>
        <p>{t(label)}</p>
        <ul>
          {rooms.map(({ name }) => (
            <li>
              <a href={`#room-${name}`} lang="en">
                {name}
              </a>
            </li>
          ))}
        </ul>
      </>
    ))}
  </nav>
)

/** A mail as it is written, under its name. */
export interface ShownMail {
  readonly name: string
  readonly subject: string
  readonly text: string
}

const MailPart = ({ mail }: { readonly mail: ShownMail }) => (
  <details class="sample-mail" id={`mail-${mail.name}`}>
    <summary>
      <span lang="en">{mail.name.replace('.', ' / ')}</span>: {mail.subject}
    </summary>
    <pre class="sample-stage">{mail.text}</pre>
  </details>
)

export const Catalogue = ({ t, mails }: { readonly t: Translate; readonly mails: readonly ShownMail[] }) => (
  <>
    <PageTitle t={t} title={t('ui.catalogue')} lead={t('ui.catalogue-lead')} />
    <PageBody before={<Contents t={t} groups={catalogueExamples} />}>
      {catalogueExamples.map(({ label, rooms }) => (
        <div class="catalogue-group">
          <p class="catalogue-group-name">{t(label)}</p>
          {rooms.map((room) => (
            <RoomPart t={t} room={room} />
          ))}
        </div>
      ))}
      <div class="catalogue-group" id="mails">
        <p class="catalogue-group-name">{t('ui.catalogue-mails')}</p>
        {mails.map((mail) => (
          <MailPart mail={mail} />
        ))}
      </div>
    </PageBody>
  </>
)
