// One file, as the city and the office see it: where it is, whose turn it is, the conditions, and all that was recorded.
import type { Child } from 'hono/jsx'
import type { Translate } from '#kernel/locale.ts'
import type { Viewer } from '#kernel/viewer.ts'
import { ButtonLink, PostButton } from '#ui/button/button.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PageBody, PageTitle, Panel, Section, Stack } from '#ui/page/page.tsx'
import { Steps } from '#ui/steps/steps.tsx'
import { type Accession, latest, pathSteps, type StepKind, stateOfFile, waitingFor } from '../accession.ts'
import type { Cost } from '../cost.ts'
import { addressPath, type FileKey, paperPath, stepPath } from '../paths.ts'
import { mayDecide, mayTakeStep, sideOf } from '../permissions.ts'
import { takenSteps } from '../step-forms.ts'
import { CostPart } from './cost-part.tsx'
import { FileConditions } from './file-conditions.tsx'
import { FileFacts } from './file-facts.tsx'
import { FileRecord } from './file-record.tsx'
import { dayWords, stateMark, waitingWords } from './words.ts'

export interface FilePageProps {
  readonly t: Translate
  readonly viewer: Viewer
  readonly file: Accession
  readonly cost: Cost | undefined
  readonly fileKey: FileKey
  readonly network: string
}

const Path = ({ t, file }: { t: Translate; file: Accession }) => {
  // What lies before the furthest step was taken too, also where nobody wrote down when.
  const furthest = pathSteps.findLastIndex((step) => latest(file, step) !== undefined)
  const steps = pathSteps.map((step, index) => {
    const taken = latest(file, step)
    const state = index <= furthest ? 'done' : index === furthest + 1 ? 'current' : 'ahead'
    const day = taken === undefined ? t('accession.day-unknown') : dayWords(t, taken.day)
    return { label: t(`accession.step-${step}`), state, note: state === 'done' ? day : undefined } as const
  })
  return <Steps t={t} label={t('accession.path')} steps={steps} />
}

/** What else this side may record, beside what it is its turn to do. */
const OtherSteps = ({ t, viewer, file, fileKey, turn }: FilePageProps & { readonly turn: StepKind | undefined }) => {
  const others = takenSteps.filter((step) => step !== turn && mayTakeStep(viewer, file, step))
  if (others.length === 0) return null
  return (
    <Panel title={t('accession.more')}>
      <Stack>
        {others.map((step) => (
          <a href={stepPath(file.id, step, fileKey)}>{t(`accession.take-${step}`)}</a>
        ))}
      </Stack>
    </Panel>
  )
}

const Aside = (props: FilePageProps & { readonly turn: StepKind | undefined }) => {
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

const FirstSteps = ({ t }: { t: Translate }) => (
  <Section title={t('accession.first-steps')}>
    <ol>
      {(['profile', 'colleagues', 'question'] as const).map((step) => (
        <li>{t(`accession.first-${step}`)}</li>
      ))}
    </ol>
  </Section>
)

export const FilePage = (props: FilePageProps): Child => {
  const { t, viewer, file, fileKey } = props
  const state = stateOfFile(file)
  const waiting = waitingFor(file.steps.map(({ kind }) => kind))
  const turn = waiting?.side === sideOf(viewer, file) ? waiting.for : undefined
  const act = turn !== undefined && (
    <ButtonLink href={stepPath(file.id, turn, fileKey)} tone="primary">
      {t(`accession.take-${turn}`)}
    </ButtonLink>
  )
  return (
    <>
      <PageTitle
        t={t}
        title={file.name}
        kind={t('accession.file')}
        state={stateMark(t, state)}
        lead={waitingWords(t, waiting)}
        action={act}
      />
      <PageBody aside={<Aside {...props} turn={turn} />}>
        {file.demonstration && (
          <Notice>
            <p>{t('accession.demonstration')}</p>
          </Notice>
        )}
        <Path t={t} file={file} />
        {state === 'welcomed' && <FirstSteps t={t} />}
        <FileConditions t={t} viewer={viewer} file={file} fileKey={fileKey} />
        <Section title={t('accession.record')}>
          <FileRecord t={t} file={file} fileKey={fileKey} />
        </Section>
      </PageBody>
    </>
  )
}
