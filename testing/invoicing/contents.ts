// Contents of invoices that are right, for tests to bend. All are invented.
import { type InvoiceContent, type InvoiceLine, sumsOf, type Tax } from '#platform/invoicing/content.ts'

export const notTaxed: Tax = {
  category: 'O',
  rate: 0,
  exemptionCode: 'VATEX-EU-O',
  exemptionReason: 'Association à but non lucratif, cotisation hors du champ d’application de la TVA',
}

export const line = (cents: number, name = 'Mitgliedsbeitrag 2025', quantity = 1): InvoiceLine => ({
  name,
  description: 'Kommune mit 100.000 bis 149.999 Einwohnern',
  quantity,
  unitCents: quantity === 1 ? cents : Math.round(cents / quantity),
  cents,
})

const seller: InvoiceContent['seller'] = {
  name: 'Réseau des villes d’exemple',
  legalName: 'Association « Villes & sécurité »',
  street: '12 rue des Bœufs-Inventés',
  postcode: '75020',
  city: 'Paris',
  country: 'FR',
  legalId: { scheme: '0009', id: '73282932000074' },
  vatId: 'FR83404833048',
  contact: { name: 'Ílona Čapková', phone: '+33 1 23 45 67 89', email: 'office@network.example' },
  iban: 'FR76 3000 6000 0112 3456 7890 189',
  bic: 'AGRIFRPP',
  bankName: 'Banque de l’Exemple',
  legalNote: 'Association loi 1901, enregistrée à la préfecture de police de Paris.',
}

const germanCity: InvoiceContent['buyer'] = {
  name: 'Stadt Musterstadt',
  legalName: 'Stadt Musterstadt',
  street: 'Große Straße 1',
  postcode: '67657',
  city: 'Musterstadt',
  country: 'DE',
  reference: '04011000-1234512345-06',
}

/** An invoice to a German city with a Leitweg-ID; its total follows from its lines and its tax. */
export function anInvoice(bent: Partial<Omit<InvoiceContent, 'totalCents'>> = {}): InvoiceContent {
  const content = {
    kind: 'invoice' as const,
    number: '2025-0042',
    issuedOn: '2025-01-15',
    dueOn: '2025-02-15',
    periodFrom: '2025-01-01',
    periodTo: '2025-12-31',
    lang: 'de' as const,
    currency: 'EUR' as const,
    seller,
    buyer: germanCity,
    lines: [line(455_300)],
    tax: notTaxed,
    paymentReference: '2025-0042',
    ...bent,
  }
  return { ...content, totalCents: sumsOf(content.lines, content.tax).totalCents }
}

export const toGermany = (bent: Partial<InvoiceContent['buyer']>): InvoiceContent['buyer'] => ({
  ...germanCity,
  ...bent,
})
export const soldBy = (bent: Partial<InvoiceContent['seller']>): InvoiceContent['seller'] => ({ ...seller, ...bent })

const abroad = (bent: Partial<InvoiceContent['buyer']>) => toGermany({ reference: '', ...bent })

export const frenchCity = abroad({
  name: 'Ville de Sainte-Énimie-lès-Exemple',
  legalName: 'Commune de Sainte-Énimie-lès-Exemple',
  street: '1 place de l’Hôtel-de-Ville',
  postcode: '48210',
  city: 'Sainte-Énimie-lès-Exemple',
  country: 'FR',
  legalId: { scheme: '0009', id: '21480001300002' },
  orderReference: 'BC-2025-17',
})

export const italianCity = abroad({
  name: 'Comune di Città d’Esempio',
  legalName: 'Comune di Città d’Esempio',
  postcode: '40121',
  city: 'Città d’Esempio',
  country: 'IT',
  endpoint: { scheme: '0201', id: 'UF1A2B' },
})

export const polishCity = abroad({
  name: 'Gmina Źdźbłowo nad Łyną',
  legalName: 'Gmina Źdźbłowo nad Łyną',
  street: 'ul. Świętej Jadwigi 3',
  postcode: '11-100',
  city: 'Źdźbłowo',
  country: 'PL',
  email: 'kancelaria@gmina.example',
})

export const greekCity = abroad({
  name: 'Δήμος Αλεξανδρούπολης',
  legalName: 'Δήμος Αλεξανδρούπολης & Σαμοθράκης <Έβρος>',
  street: 'Λεωφόρος Δημοκρατίας 306',
  postcode: '681 32',
  city: 'Αλεξανδρούπολη, Brașov-Işık',
  country: 'GR',
})
