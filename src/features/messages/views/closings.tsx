// From whom one takes no messages, and how to take them again. Nobody else sees this.
import type { Translate } from '#kernel/locale.ts'
import { PostButton } from '#ui/button/button.tsx'
import { Section } from '#ui/page/page.tsx'
import { PersonList } from '#ui/person-line/person-line.tsx'
import { blockEndPath, blocksPath } from '../paths.ts'
import type { Closings } from '../store-blocks.ts'

export const ClosingsPart = ({ t, closings }: { readonly t: Translate; readonly closings: Closings }) => (
  <Section title={t('messages.closings')} id="closings">
    <p>{t(closings.everybody ? 'messages.closed' : 'messages.open')}</p>
    <PostButton action={closings.everybody ? blockEndPath : blocksPath} hidden={{ whom: '*' }} small>
      {t(closings.everybody ? 'messages.open-again' : 'messages.close')}
    </PostButton>
    {closings.persons.length > 0 && (
      <>
        <p>{t('messages.blocked')}</p>
        <PersonList
          label={t('messages.blocked')}
          persons={closings.persons.map(({ slug, name, organisationName }) => ({
            name,
            memberName: organisationName,
            action: (
              <PostButton
                action={blockEndPath}
                hidden={{ whom: slug }}
                small
                label={t('messages.unblock-one', { name })}
              >
                {t('messages.unblock')}
              </PostButton>
            ),
          }))}
        />
      </>
    )}
  </Section>
)
