// Beside an adoption: where, since when, whom to ask, who can see it; and taking it back.
import { countryName } from '#kernel/locale.ts'
import { ConfirmStep } from '#ui/dialog/dialog.tsx'
import { FactsList } from '#ui/facts-list/facts-list.tsx'
import { PersonLine } from '#ui/person-line/person-line.tsx'
import type { Adoption } from '../adoption.ts'
import { withdrawalPath } from '../paths.ts'
import { mayWithdrawAdoption } from '../permissions.ts'
import type { AdoptionPageProps } from './adoption-page.tsx'
import { whenOf } from './course.ts'

const Contact = ({ adoption }: { adoption: Adoption }) => {
  const { contactName, contactSlug, contact } = adoption
  if (contactName === null && contact === '') return null
  return (
    <>
      {contactName !== null && <PersonLine name={contactName} href={`/people/${contactSlug}`} />}
      {contact !== '' && <p>{contact}</p>}
    </>
  )
}

export const AdoptionAside = ({ t, viewer, adoption, visibility, beside }: AdoptionPageProps) => (
  <>
    <FactsList
      facts={[
        { term: t('adoptions.fact-country'), value: countryName(t.lang, adoption.country) },
        { term: t('adoptions.column-begun'), value: whenOf(t.lang, adoption) },
        {
          term: t('adoptions.contact'),
          value: (adoption.contactName !== null || adoption.contact !== '') && <Contact adoption={adoption} />,
        },
      ]}
    />
    {visibility}
    {beside.aside}
    {mayWithdrawAdoption(viewer, adoption) && (
      <ConfirmStep
        label={t('adoptions.withdraw')}
        question={t('adoptions.withdraw-question')}
        action={withdrawalPath(adoption.id)}
        confirm={t('adoptions.withdraw-confirm')}
        tone="danger"
      />
    )}
  </>
)
