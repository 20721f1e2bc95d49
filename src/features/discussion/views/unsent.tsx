// What somebody wrote and has not sent: their own words, also where nobody can answer any more.
import { formatMoment, type Translate } from '#kernel/locale.ts'
import { plainText } from '#platform/text/markdown.ts'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { PageTitle, Section } from '#ui/page/page.tsx'
import { TextArea } from '#ui/text-area/text-area.tsx'
import { unsentPath } from '../paths.ts'
import type { Unsent } from '../store-kept.ts'
import { Discard } from './kept-note.tsx'

export type UnsentLine = Unsent & { readonly href: string | undefined }
interface LinesProps {
  readonly t: Translate
  readonly lines: readonly UnsentLine[]
}

const textOf = ({ typed }: Unsent): string => String(typed['text'] ?? '')

/** To be copied: it belongs to whoever wrote it. */
export const OwnWords = ({ t, text, id = 'own-words' }: { t: Translate; text: string; id?: string }) => (
  <TextArea t={t} name={id} label={t('discussion.own-words')} value={text} rows={8} required />
)

const Line = ({ t, line }: { t: Translate; line: UnsentLine }) => (
  <Section title={formatMoment(t.lang, line.at)} id={`unsent-${line.contributionId}`}>
    {line.href && line.about ? (
      <p>
        <a href={line.href} lang={line.about.lang === t.lang ? undefined : line.about.lang}>
          {line.about.title}
        </a>
      </p>
    ) : (
      <p>{t('discussion.unsent-closed')}</p>
    )}
    <OwnWords t={t} text={textOf(line)} id={`own-words-${line.contributionId}`} />
    <Discard t={t} contributionId={line.contributionId} />
  </Section>
)

export const UnsentPage = ({ t, lines }: LinesProps) => (
  <>
    <PageTitle t={t} title={t('discussion.unsent')} lead={t('discussion.unsent-lead')} />
    {lines.length === 0 && <EmptyState title={t('discussion.unsent-none')} icon="pencil" />}
    {lines.map((line) => (
      <Line t={t} line={line} />
    ))}
  </>
)

/** A line of dashes is text as well, and has no words. */
const labelOf = (t: Translate, line: UnsentLine): string =>
  plainText(textOf(line), 80) || line.about?.title || formatMoment(t.lang, line.at)

/** On the home page: a line each. */
export const UnsentOnHome = ({ t, lines }: LinesProps) => (
  <Section title={t('discussion.unsent')} level={3} action={<a href={unsentPath}>{t('discussion.unsent-all')}</a>}>
    <ul class="related">
      {lines.map((line) => (
        <li>
          <a href={line.href ?? `${unsentPath}#unsent-${line.contributionId}`}>{labelOf(t, line)}</a>
        </li>
      ))}
    </ul>
  </Section>
)
