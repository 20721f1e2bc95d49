// What somebody else saved meanwhile, where it differs from what was typed: seen above the form, before it is replaced knowingly.
import type { Translate } from '#kernel/locale.ts'
import { FactsList } from '#ui/facts-list/facts-list.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PlainText } from '#ui/prose/prose.tsx'

export interface Differing {
  readonly term: string
  /** What holds now, as it is read. */
  readonly theirs: string
  /** What was typed, as it would be read. */
  readonly mine: string
}

interface MeanwhileProps {
  readonly t: Translate
  /** Of the texts. */
  readonly lang?: string
  readonly wordings: readonly Differing[]
}

const flat = (text: string): string => text.replaceAll('\r\n', '\n').trim()

export const Meanwhile = ({ t, lang, wordings }: MeanwhileProps) => (
  <Notice tone="warning" title={t('rooms.meanwhile')}>
    <FactsList
      facts={wordings.map(({ term, theirs, mine }) => ({
        term,
        value: flat(theirs) !== flat(mine) && <PlainText text={theirs === '' ? '–' : theirs} lang={lang} />,
      }))}
    />
  </Notice>
)
