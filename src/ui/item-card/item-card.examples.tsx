// Examples of ItemCard and ItemList.
import type { Example } from '../catalogue/example.ts'
import { ItemCard, ItemList } from './item-card.tsx'

export const examples: readonly Example[] = [
  {
    name: 'found by search, in another language',
    example: (t) => (
      <ItemList
        label="Found"
        items={[
          <ItemCard
            t={t}
            title={[{ text: 'Geschlechtersensible Stadt- und ' }, { text: 'Parkplanung', marked: true }]}
            href="#vienna"
            lang="de"
            kind="Practice"
            city={{ name: 'Vienna', country: 'AT', href: '#wien' }}
            meta={['since 1992', 'not evaluated', undefined]}
            summary={[
              { text: 'Mädchen zogen sich mit zunehmendem Alter aus ' },
              { text: 'Parks', marked: true },
              {
                text: ' zurück, und Frauen mieden schlecht einsehbare Orte. Die Stadt wollte diese Unterschiede nicht im Nachhinein reparieren, sondern von Beginn an mitplanen.',
              },
            ]}
            concepts={[
              { label: 'women', href: '#women' },
              { label: 'public space and urban design', href: '#space' },
              { label: 'fear of crime', href: '#fear' },
            ]}
            why={[
              'It is about “public space and urban design”, which your words mean.',
              'Your word “Parks” stands in the text.',
            ]}
            tlp="TLP:CLEAR"
          />,
          <ItemCard
            t={t}
            title="Night mayors and a mediation team on the square"
            href="#porto"
            kind="Practice"
            state={{ label: 'Draft' }}
            city={{ name: 'Porto', country: 'PT' }}
            meta={['2021–2024', 'Evidence 3 of 5']}
            summary="Conflicts between residents and guests had doubled within two summers. Mediators now walk the square until three in the morning."
            tlp="TLP:AMBER+STRICT"
            audienceName="Porto"
          />,
        ]}
      />
    ),
  },
  {
    name: 'short, side by side',
    example: (t) => (
      <ItemList
        columns
        items={[
          <ItemCard t={t} title="Graz" href="#graz" headingLevel={3} meta={['Austria', '302,000 inhabitants']} />,
          <ItemCard
            t={t}
            title="Kaiserslautern"
            href="#kl"
            headingLevel={3}
            meta={['Germany', '100,000 inhabitants']}
            state={{ label: 'New', tone: 'new' }}
          />,
          <ItemCard t={t} title="Łódź" href="#lodz" headingLevel={3} meta={['Poland', '655,000 inhabitants']} />,
        ]}
      />
    ),
  },
]
