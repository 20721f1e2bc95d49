// Who enquires, as both sides have it.
import { countryName, formatNumber, languageName, type Translate } from '#kernel/locale.ts'
import { FactsList } from '#ui/facts-list/facts-list.tsx'
import { Panel } from '#ui/page/page.tsx'
import type { Accession } from '../accession.ts'
import { memberPath } from '../paths.ts'

export const FileFacts = ({ t, file }: { readonly t: Translate; readonly file: Accession }) => {
  const inhabitants = {
    population: formatNumber(t.lang, file.population),
    year: String(file.populationYear),
    source: file.populationSource,
  }
  return (
    <Panel title={t('accession.who')}>
      <FactsList
        facts={[
          { term: t('accession.kind'), value: t(`accession.kind-${file.kind}`) },
          { term: t('accession.field-country'), value: countryName(t.lang, file.country) },
          { term: t('accession.field-population'), value: t('accession.paper-basis', inhabitants) },
          { term: t('accession.field-contact'), value: file.contactName },
          { term: t('accession.field-email'), value: file.contactEmail },
          { term: t('accession.field-language'), value: languageName(t.lang, file.lang) },
          {
            term: t('accession.decides'),
            value: t(file.forumId === null ? 'accession.decides-network' : 'accession.decides-forum'),
          },
          {
            term: t('accession.in-register'),
            value: file.organisationSlug && <a href={memberPath(file.organisationSlug)}>{file.name}</a>,
          },
        ]}
      />
    </Panel>
  )
}
