// The demonstration's mail: newest first, links to this site can be followed.
import { formatMoment, type Translate } from '#kernel/locale.ts'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { FactsList } from '#ui/facts-list/facts-list.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import { type Letter, piecesOf } from '../letter.ts'

export interface OutboxPageProps {
  readonly t: Translate
  readonly letters: readonly Letter[]
  readonly baseUrl: string
}

const Text = ({ text, baseUrl }: { readonly text: string; readonly baseUrl: string }) => (
  <>
    {text.split(/\n{2,}/).map((paragraph) => (
      <p>
        {piecesOf(paragraph, baseUrl).map((piece) =>
          piece.path === undefined ? piece.text : <a href={piece.path}>{piece.text}</a>,
        )}
      </p>
    ))}
  </>
)

export const OutboxPage = ({ t, letters, baseUrl }: OutboxPageProps) => (
  <>
    <PageTitle t={t} title={t('accounts.demonstration-mail')} lead={t('accounts.demonstration-mail-lead')} />
    <PageBody>
      {letters.length === 0 && (
        <EmptyState icon="mail" title={t('accounts.no-letters')} text={t('accounts.no-letters-text')} />
      )}
      {letters.map((letter) => (
        <Section title={letter.subject}>
          <FactsList
            inline
            facts={[
              { term: t('accounts.letter-to'), value: letter.to },
              { term: t('accounts.letter-at'), value: letter.at && formatMoment(t.lang, letter.at) },
            ]}
          />
          <Text text={letter.text} baseUrl={baseUrl} />
        </Section>
      ))}
    </PageBody>
  </>
)
