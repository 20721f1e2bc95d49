// What a check found, by row, and the question whether to go on; afterwards, what became of it.
import type { Translate } from '#kernel/locale.ts'
import { ButtonLink, ButtonRow, PostButton } from '#ui/button/button.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { practicePath, practicesPath } from '../../practices/public.ts'
import { draftsPath, importPath, removalPath } from '../paths.ts'
import type { Outcome, Run } from '../run.ts'
import { Counts, GoodRows, Problems } from './check-results.tsx'
import { ImportSteps } from './import-steps.tsx'

const Question = ({ t, run }: { readonly t: Translate; readonly run: Run }) => (
  <ButtonRow>
    {run.good.length > 0 && (
      <PostButton action={draftsPath(run.id)} tone="primary" icon="check">
        {t('tables.import-rows', { count: run.good.length })}
      </PostButton>
    )}
    <PostButton action={removalPath(run.id)} icon="upload">
      {t('tables.correct-first')}
    </PostButton>
  </ButtonRow>
)

const Checked = ({ t, run }: { readonly t: Translate; readonly run: Run }) => (
  <>
    <ImportSteps t={t} at="drafts" />
    <Counts t={t} report={run.report} good={run.good.length} />
    <Question t={t} run={run} />
    {run.report.problems.length > 0 && <Problems t={t} report={run.report} />}
    {run.good.length > 0 && <GoodRows t={t} good={run.good} />}
  </>
)

const Finished = ({ t, outcome }: { readonly t: Translate; readonly outcome: Outcome }) => (
  <>
    <ImportSteps t={t} at="end" />
    <p>{t('tables.made', { count: outcome.drafts.length })}</p>
    {outcome.left > 0 && <p>{t('tables.left', { count: outcome.left })}</p>}
    <ul>
      {outcome.drafts.map(({ id, title, lang }) => (
        <li>
          <a href={practicePath(id, title)} lang={lang}>
            {title}
          </a>
        </li>
      ))}
    </ul>
    <ButtonRow>
      <ButtonLink href={importPath} icon="upload">
        {t('tables.import-another')}
      </ButtonLink>
      <ButtonLink href={practicesPath}>{t('practices.all')}</ButtonLink>
    </ButtonRow>
  </>
)

export const RunPage = ({ t, title, run }: { readonly t: Translate; readonly title: string; readonly run: Run }) => (
  <>
    <PageTitle t={t} title={title} kind={run.report.file} />
    <PageBody>{run.outcome === null ? <Checked t={t} run={run} /> : <Finished t={t} outcome={run.outcome} />}</PageBody>
  </>
)
