// What an announcement is about, and until when it holds.
import type { Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { ChoiceField } from '#ui/choice-field/choice-field.tsx'
import { DateField } from '#ui/date-field/date-field.tsx'
import { topics } from '../announcement.ts'

interface TopicFieldsProps {
  readonly t: Translate
  readonly typed: Typed
  readonly issues: readonly Issue[]
}

export const TopicFields = ({ t, typed, issues }: TopicFieldsProps) => (
  <>
    <ChoiceField
      t={t}
      name="topic"
      label={t('announcements.field-topic')}
      value={typed['topic']}
      issues={issues}
      choices={topics.map((topic) => ({
        value: topic,
        label: t(`announcements.topic-${topic}`),
        hint: t(`announcements.hint-${topic}`),
      }))}
      required
    />
    <DateField
      t={t}
      name="endsOn"
      label={t('announcements.field-ends-on')}
      hint={t('announcements.hint-ends-on')}
      value={typed['endsOn']}
      issues={issues}
    />
  </>
)
