// What somebody else saved meanwhile, where it differs from what was typed; nothing typed is lost.
import type { Translate } from '#kernel/locale.ts'
import { FactsList } from '#ui/facts-list/facts-list.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PlainText } from '#ui/prose/prose.tsx'
import type { Adoption } from '../adoption.ts'
import type { AdoptionInput } from '../inputs.ts'

const texts = [
  ['title', 'adoptions.field-title'],
  ['adapted', 'adoptions.part-adapted'],
  ['result', 'adoptions.part-result'],
  ['stoppedBecause', 'adoptions.part-stopped'],
  ['contact', 'adoptions.contact'],
] as const

interface MeanwhileProps {
  readonly t: Translate
  readonly theirs: Adoption
  readonly mine: AdoptionInput
}

export const Meanwhile = ({ t, theirs, mine }: MeanwhileProps) => (
  <Notice tone="warning" title={t('adoptions.meanwhile')}>
    <FactsList
      facts={[
        {
          term: t('adoptions.column-stage'),
          value: theirs.stage !== mine.stage && t(`adoptions.stage-${theirs.stage}`),
        },
        ...texts.map(([name, label]) => ({
          term: t(label),
          value: theirs[name] !== mine[name] && <PlainText text={theirs[name]} lang={theirs.lang} />,
        })),
      ]}
    />
  </Notice>
)
