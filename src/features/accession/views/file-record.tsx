// What was recorded in a file: every step with its day, its documents and who recorded it; what was recorded anew stays readable.
import { formatMoment, type Translate } from '#kernel/locale.ts'
import { Timeline } from '#ui/timeline/timeline.tsx'
import { type Accession, latest, type Step } from '../accession.ts'
import { documentPath, type FileKey } from '../paths.ts'
import { dayWords, votesWords } from './words.ts'

interface RecordProps {
  readonly t: Translate
  readonly file: Accession
  readonly fileKey: FileKey
}

const personOf = ({ personName, personEmail }: Step): string =>
  personName === '' ? '' : `${personName}, ${personEmail}`

const Words = ({ t, file, fileKey, step }: RecordProps & { readonly step: Step }) => {
  const proposed = step.proposedBy === '' ? '' : t('accession.proposed-by', { name: step.proposedBy })
  const lines = [votesWords(t, step), proposed, personOf(step)].filter((one) => one !== undefined && one !== '')
  return (
    <>
      {lines.map((one) => (
        <p>{one}</p>
      ))}
      {step.note !== '' && <p class="prose-lines">{step.note}</p>}
      {step.documents.map(({ id, name }) => (
        <p>
          <a href={documentPath(file.id, id, fileKey)}>{name}</a>
        </p>
      ))}
      {!file.demonstration && (
        <p class="step-note">{t(`accession.recorded-${step.side}`, { moment: formatMoment(t.lang, step.at) })}</p>
      )}
    </>
  )
}

export const FileRecord = (props: RecordProps) => {
  const { t, file } = props
  const titleOf = (step: Step): string => {
    const title = t(`accession.step-${step.kind}`)
    return latest(file, step.kind) === step ? title : t('accession.superseded', { step: title })
  }
  const entries = file.steps.map((step) => ({
    when: step.promised ? t('accession.until', { date: dayWords(t, step.day) }) : dayWords(t, step.day),
    title: titleOf(step),
    text: <Words {...props} step={step} />,
  }))
  return <Timeline t={t} label={t('accession.record')} entries={entries} />
}
