// A room as somebody else saved it meanwhile, beside what was typed.
import { languageName, type Translate } from '#kernel/locale.ts'
import { conceptLabel } from '#thesaurus/vocabulary.ts'
import type { RoomInput } from '../inputs.ts'
import type { Room } from '../room.ts'
import { type Differing, Meanwhile } from './meanwhile.tsx'

interface RoomMeanwhileProps {
  readonly t: Translate
  readonly theirs: Room
  readonly mine: RoomInput
}

export const RoomMeanwhile = ({ t, theirs, mine }: RoomMeanwhileProps) => {
  const topics = (slugs: readonly string[]) => slugs.map((slug) => conceptLabel(slug, t.lang)).join(', ')
  const rule = (on: boolean) => (on ? t('rooms.field-chatham') : '')
  const wordings: Differing[] = [
    { term: t('rooms.field-name'), theirs: theirs.name, mine: mine.name },
    { term: t('rooms.field-aim'), theirs: theirs.aim, mine: mine.aim },
    {
      term: t('rooms.field-lang'),
      theirs: languageName(t.lang, theirs.lang),
      mine: languageName(t.lang, mine.lang),
    },
    { term: t('rooms.topics'), theirs: topics(theirs.concepts), mine: topics(mine.concepts) },
    { term: t('rooms.entry'), theirs: t(`rooms.entry-${theirs.entry}`), mine: t(`rooms.entry-${mine.entry}`) },
    { term: t('rooms.chatham'), theirs: rule(theirs.chatham), mine: rule(mine.chatham === 'yes') },
  ]
  return <Meanwhile t={t} lang={theirs.lang} wordings={wordings} />
}
