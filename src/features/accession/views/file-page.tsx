// One file, as the city and the office see it: where it is, whose turn it is, the conditions, and all that was recorded.
import type { Child } from 'hono/jsx'
import type { Translate } from '#kernel/locale.ts'
import type { Viewer } from '#kernel/viewer.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import { Prose } from '#ui/prose/prose.tsx'
import { Steps } from '#ui/steps/steps.tsx'
import { type Accession, latest, pathSteps, stateOfFile, waitingFor } from '../accession.ts'
import type { Cost } from '../cost.ts'
import { type FileKey, stepPath } from '../paths.ts'
import { sideOf } from '../permissions.ts'
import { FileAside } from './file-aside.tsx'
import { FileConditions } from './file-conditions.tsx'
import { FileRecord } from './file-record.tsx'
import { dayWords, stateMark, waitingWords } from './words.ts'

export interface FilePageProps {
  readonly t: Translate
  readonly viewer: Viewer
  readonly file: Accession
  readonly cost: Cost | undefined
  readonly fileKey: FileKey
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

const FirstSteps = ({ t }: { t: Translate }) => (
  <Section title={t('accession.first-steps')}>
    <Prose>
      <ol>
        {(['profile', 'colleagues', 'question'] as const).map((step) => (
          <li>{t(`accession.first-${step}`)}</li>
        ))}
      </ol>
    </Prose>
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
      <PageBody aside={<FileAside {...props} turn={turn} />}>
        {file.demonstration && (
          <Notice>
            <p>{t('accession.demonstration')}</p>
          </Notice>
        )}
        <Path t={t} file={file} />
        {state === 'welcomed' && sideOf(viewer, file) === 'city' && <FirstSteps t={t} />}
        <FileConditions t={t} viewer={viewer} file={file} fileKey={fileKey} />
        <Section title={t('accession.record')}>
          <FileRecord t={t} file={file} fileKey={fileKey} />
        </Section>
      </PageBody>
    </>
  )
}
