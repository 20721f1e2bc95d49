// A meeting, or minutes, as somebody else saved them meanwhile, beside what was typed.
import { formatDate, languageName, type Translate } from '#kernel/locale.ts'
import { type Differing, Meanwhile } from '../../rooms/public.tsx'
import type { MeetingInput, MinutesInput } from '../inputs.ts'
import type { Meeting, Minutes } from '../meeting.ts'

interface MeetingMeanwhileProps {
  readonly t: Translate
  readonly theirs: Meeting
  readonly mine: MeetingInput
}

export const MeetingMeanwhile = ({ t, theirs, mine }: MeetingMeanwhileProps) => {
  const names = ['title', 'day', 'from', 'to', 'zone', 'place', 'link', 'notes'] as const
  const shown = (name: (typeof names)[number], value: string): string =>
    name === 'day' ? formatDate(t.lang, new Date(value)) : value
  const wordings = names.map((name) => ({
    term: t(`meetings.field-${name}`),
    theirs: shown(name, theirs[name]),
    mine: shown(name, mine[name]),
  }))
  return <Meanwhile t={t} wordings={wordings} />
}

interface MinutesMeanwhileProps {
  readonly t: Translate
  readonly theirs: Minutes
  readonly mine: MinutesInput
  /** Of the room. */
  readonly meetings: readonly Meeting[]
}

export const MinutesMeanwhile = ({ t, theirs, mine, meetings }: MinutesMeanwhileProps) => {
  const day = (text: string) => formatDate(t.lang, new Date(text))
  const meeting = (wanted: number | null) => meetings.find(({ id }) => id === wanted)?.title ?? t('meetings.no-meeting')
  const wordings: Differing[] = [
    { term: t('meetings.field-title'), theirs: theirs.title, mine: mine.title },
    { term: t('meetings.field-day'), theirs: day(theirs.heldOn), mine: day(mine.heldOn) },
    { term: t('meetings.field-meeting'), theirs: meeting(theirs.meetingId), mine: meeting(mine.meeting) },
    { term: t('meetings.field-text'), theirs: theirs.text, mine: mine.text },
    {
      term: t('meetings.field-lang'),
      theirs: languageName(t.lang, theirs.lang),
      mine: languageName(t.lang, mine.lang),
    },
  ]
  return <Meanwhile t={t} lang={theirs.lang} wordings={wordings} />
}
