// The last line on paper: how far it may be passed on, whose it is, of when, and where it can be read.
import { tlpLabel } from '#kernel/audience.ts'
import { formatDate, type Translate } from '#kernel/locale.ts'
import { TlpLabel } from '#ui/tlp-label/tlp-label.tsx'
import type { Practice } from '../practice.ts'

export interface ImprintProps {
  readonly t: Translate
  readonly practice: Practice
  readonly address: string
}

export const Imprint = ({ t, practice, address }: ImprintProps) => (
  <p class="practice-imprint">
    {practice.audienceKind && <TlpLabel t={t} label={tlpLabel(practice.audienceKind)} />}{' '}
    {t('practices.imprint', { city: practice.organisationName, date: formatDate(t.lang, practice.updatedAt), address })}
  </p>
)
