// What membership costs, with each step of the calculation.
import type { Translate } from '#kernel/locale.ts'
import { Prose } from '#ui/prose/prose.tsx'
import type { Cost } from '../cost.ts'

export const CostPart = ({ t, cost }: { readonly t: Translate; readonly cost: Cost | undefined }) =>
  cost === undefined ? (
    <p>{t('accession.cost-unknown')}</p>
  ) : (
    <Prose>
      <p>
        <strong>{t('accession.cost-year', { amount: cost.amount, year: String(cost.year) })}</strong>
      </p>
      <ul>
        {cost.steps.map((step) => (
          <li>{step}</li>
        ))}
      </ul>
      {cost.illustrative && <p>{t('accession.cost-illustrative')}</p>}
    </Prose>
  )
