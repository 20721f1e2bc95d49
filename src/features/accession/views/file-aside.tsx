// Beside a file: who enquires, the council paper, what it costs, and what else may be recorded.
import { ButtonLink, PostButton } from '#ui/button/button.tsx'
import { Panel } from '#ui/page/page.tsx'
import { Prose } from '#ui/prose/prose.tsx'
import { conditions, type StepKind } from '../accession.ts'
import { addressPath, paperPath, stepPath } from '../paths.ts'
import { mayDecide, mayTakeStep } from '../permissions.ts'
import { takenSteps } from '../step-forms.ts'
import { CostPart } from './cost-part.tsx'
import { FileFacts } from './file-facts.tsx'
import type { FilePageProps } from './file-page.tsx'

/** What else this side may record, beside what it is its turn to do. */
const OtherSteps = ({ t, viewer, file, fileKey, turn }: FilePageProps & { readonly turn: StepKind | undefined }) => {
  // The conditions have their links beside them.
  const beside = (step: StepKind) => step === turn || (conditions as readonly StepKind[]).includes(step)
  const others = takenSteps.filter((step) => !beside(step) && mayTakeStep(viewer, file, step))
  if (others.length === 0) return null
  return (
    <Panel title={t('accession.more')}>
      <Prose>
        <ul>
          {others.map((step) => (
            <li>
              <a href={stepPath(file.id, step, fileKey)}>{t(`accession.take-${step}`)}</a>
            </li>
          ))}
        </ul>
      </Prose>
    </Panel>
  )
}

export const FileAside = (props: FilePageProps & { readonly turn: StepKind | undefined }) => {
  const { t, viewer, file, cost, fileKey } = props
  return (
    <>
      <FileFacts t={t} file={file} />
      <Panel title={t('accession.paper')}>
        <p>{t('accession.paper-lead')}</p>
        <ButtonLink href={paperPath(file.id, undefined, fileKey)} icon="file-text">
          {t('accession.paper-open')}
        </ButtonLink>
      </Panel>
      <Panel title={t('accession.costs')}>
        <CostPart t={t} cost={cost} />
      </Panel>
      <OtherSteps {...props} />
      {mayDecide(viewer, file) && !file.demonstration && (
        <PostButton action={addressPath(file.id)} icon="mail" tone="quiet">
          {t('accession.new-address')}
        </PostButton>
      )}
    </>
  )
}
