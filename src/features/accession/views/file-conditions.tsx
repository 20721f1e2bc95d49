// The conditions for joining as a checklist that both sides see.
import type { Translate } from '#kernel/locale.ts'
import type { Viewer } from '#kernel/viewer.ts'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { Section } from '#ui/page/page.tsx'
import { StateMark } from '#ui/state-mark/state-mark.tsx'
import { type Accession, conditions, isOpen, latest, stateOfFile } from '../accession.ts'
import { conditionSentences } from '../compose-paper.ts'
import { type FileKey, stepPath } from '../paths.ts'
import { mayTakeStep } from '../permissions.ts'

const tones = { open: 'new', unknown: 'calm', promised: 'calm', met: 'done' } as const

interface ConditionsProps {
  readonly t: Translate
  readonly viewer: Viewer
  readonly file: Accession
  readonly fileKey: FileKey
}

export const FileConditions = ({ t, viewer, file, fileKey }: ConditionsProps) => {
  const sentences = conditionSentences(t, file)
  const rows = conditions.map((condition, index) => {
    const given = latest(file, condition)
    // Of a member that came before this page it may never have been written down.
    const missing = isOpen(stateOfFile(file)) ? 'open' : 'unknown'
    const mark = given === undefined ? missing : given.promised ? 'promised' : 'met'
    return [
      sentences[index]?.text,
      <StateMark label={t(`accession.condition-${mark}`)} tone={tones[mark]} />,
      mayTakeStep(viewer, file, condition) ? (
        <a href={stepPath(file.id, condition, fileKey)}>{t(`accession.take-${condition}`)}</a>
      ) : null,
    ]
  })
  return (
    <Section title={t('accession.conditions')}>
      <DataTable
        t={t}
        caption={t('accession.conditions')}
        hideCaption
        columns={[
          { label: t('accession.condition') },
          { label: t('accession.state') },
          { label: t('accession.next'), hiddenLabel: true },
        ]}
        rows={rows}
      />
    </Section>
  )
}
