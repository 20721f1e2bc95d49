// The text of a practice: its parts in the order of SARA, then the sources.
import type { Translate } from '#kernel/locale.ts'
import { Section } from '#ui/page/page.tsx'
import { isSilent, type PartName, type Practice } from '../practice.ts'
import { PartText } from './part-text.tsx'

const mainParts: readonly PartName[] = [
  'problem',
  'analysis',
  'response',
  'partners',
  'results',
  'effect',
  'measured',
  'evaluation',
  ...(['mechanism', 'moderators', 'implementation', 'economics'] as const),
  'lessons',
  'transfer',
]

const Part = ({ t, practice, name }: { t: Translate; practice: Practice; name: PartName }) =>
  isSilent(practice, name) ? null : (
    <Section title={t(`practices.part-${name}`)} id={name}>
      <PartText t={t} practice={practice} name={name} />
    </Section>
  )

const Sources = ({ t, practice }: { t: Translate; practice: Practice }) =>
  practice.sources.length === 0 ? null : (
    <Section title={t('practices.sources')} id="sources">
      <ol class="sources">
        {practice.sources.map(({ title, address }) => (
          <li>
            {address === '' ? (
              title
            ) : (
              <a href={address} rel="noopener nofollow external">
                {title}
              </a>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )

export const PracticeText = (props: { t: Translate; practice: Practice }) => (
  <>
    {mainParts.map((name) => (
      <Part {...props} name={name} />
    ))}
    <Sources {...props} />
  </>
)
