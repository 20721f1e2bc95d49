// Values that the examples of mails share: invented people, and addresses that lead nowhere.

export const network = 'Vicinia'
export const baseUrl = 'https://vicinia.example'
export const link = `${baseUrl}/7`
/** As long as a real one. */
export const secretLink = `${baseUrl}/link?token=${'x'.repeat(43)}`
export const reader = { name: 'Ada Lindmoser', email: 'ada.lindmoser@graz.example' }
export const writer = { name: 'Jonte Pfalzgräfer', cityName: 'Kaiserslautern' }
/** What a person wrote stays in its language. */
export const title = 'Licht auf dem Heimweg'
export const words = 'Wir haben die Beleuchtung an zwölf Wegen geändert und gefragt, wer sie seitdem abends geht.'
export const day = new Date('2027-03-02T12:00:00Z')
