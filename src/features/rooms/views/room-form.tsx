// The form in which a room is founded, and changed.
import type { Child } from 'hono/jsx'
import type { Audience } from '#kernel/audience.ts'
import { languageChoices, type Translate, textLanguages } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { CheckField } from '#ui/check-field/check-field.tsx'
import { ChoiceField } from '#ui/choice-field/choice-field.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { TextArea } from '#ui/text-area/text-area.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import { ConceptFields } from '../../practices/public.tsx'
import { roomPath, roomsPath } from '../paths.ts'
import { entries, type Room } from '../room.ts'

export interface RoomFormProps {
  readonly t: Translate
  readonly title: string
  readonly typed: Typed
  readonly issues: readonly Issue[]
  /** Where a new room may be listed. */
  readonly audiences: readonly Audience[]
  /** Undefined for a new one. */
  readonly room: Room | undefined
  /** Goes with the form, so that a double click founds one room. */
  readonly once: string
  /** What somebody else saved meanwhile. */
  readonly meanwhile?: Child
}

const Words = ({ t, typed, issues }: RoomFormProps) => (
  <>
    <TextField
      {...{ t, issues, name: 'name', label: t('rooms.field-name'), value: typed['name'] }}
      maxlength={120}
      required
    />
    <TextArea
      {...{ t, issues, name: 'aim', label: t('rooms.field-aim'), hint: t('rooms.hint-aim'), value: typed['aim'] }}
      rows={4}
      maxlength={2000}
    />
    <SelectField
      {...{ t, issues, name: 'lang', label: t('rooms.field-lang'), value: typed['lang'] }}
      options={languageChoices(t.lang, textLanguages)}
      required
    />
    <ConceptFields t={t} typed={typed} issues={issues} proposed={[]} />
  </>
)

/** From a room that exists, only what does not open it wider. */
const Entry = ({ t, typed, issues, room }: RoomFormProps) => (
  <ChoiceField
    {...{ t, issues, name: 'entry', label: t('rooms.entry'), value: typed['entry'] }}
    hint={t('rooms.hint-entry')}
    choices={entries
      .filter((entry) => room === undefined || entries.indexOf(entry) >= entries.indexOf(room.entry))
      .map((value) => ({ value, label: t(`rooms.entry-${value}`), hint: t(`rooms.entry-${value}-hint`) }))}
    required
  />
)

const Listed = ({ t, typed, issues, audiences }: RoomFormProps) => (
  <SelectField
    {...{ t, issues, name: 'listedFor', label: t('rooms.known-to'), value: typed['listedFor'] }}
    hint={t('rooms.hint-listed')}
    options={audiences.map(({ id, kind, name }) => ({
      value: String(id),
      label: kind === 'network' ? t('rooms.of-network') : (name ?? t('rooms.of-forum')),
    }))}
    required
  />
)

export const RoomForm = (props: RoomFormProps) => {
  const { t, title, typed, issues, room, once, meanwhile } = props
  const back = room === undefined ? roomsPath : roomPath(room.id, room.name)
  return (
    <>
      <ErrorSummary t={t} issues={issues} />
      <PageTitle t={t} title={title} />
      <PageBody>
        {meanwhile}
        <Form
          t={t}
          action={room === undefined ? roomsPath : back}
          hidden={{ once, revision: String(typed['revision'] ?? 0) }}
          label={title}
        >
          <Words {...props} />
          <Entry {...props} />
          {room === undefined && <Listed {...props} />}
          <CheckField
            {...{ t, issues, name: 'chatham', label: t('rooms.field-chatham'), hint: t('rooms.hint-chatham') }}
            checked={typed['chatham'] === 'yes'}
          />
          <ButtonRow>
            <Button tone="primary" icon="check">
              {t(room === undefined ? 'rooms.found' : 'rooms.save')}
            </Button>
            <ButtonLink href={back}>{t('rooms.cancel')}</ButtonLink>
          </ButtonRow>
        </Form>
      </PageBody>
    </>
  )
}
