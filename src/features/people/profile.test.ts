// From a profile to its rows and back, and in which words a function is shown.
import { describe, expect, it } from 'vitest'
import { entriesOf, functionFor, type ProfileTexts, textsOf } from './profile.ts'

const ada: ProfileTexts = {
  textLang: 'de',
  functionTitle: 'Koordinatorin für kommunale Prävention',
  functionEn: 'Coordinator for local prevention',
  languages: ['de', 'en'],
  concepts: ['youth'],
  askMeAbout: 'Begehungen am Abend',
  phone: '',
}

describe('a profile', () => {
  it('comes back from its rows as it was', () => {
    expect(textsOf(entriesOf(ada), 'en')).toEqual(ada)
  })

  it('never carries the address itself', () => {
    expect(entriesOf(ada).filter(({ field }) => field === 'email')).toEqual([{ field: 'email', value: '', lang: null }])
  })

  it('is empty where the viewer may see no rows', () => {
    expect(textsOf([], 'sv')).toEqual({
      textLang: 'sv',
      functionTitle: '',
      functionEn: '',
      languages: [],
      concepts: [],
      askMeAbout: '',
      phone: '',
    })
  })

  it('shows Ada’s function in German to Germans and in English to all others', () => {
    expect(functionFor(ada, 'de')).toEqual({ text: ada.functionTitle, lang: 'de' })
    expect(functionFor(ada, 'pt')).toEqual({ text: ada.functionEn, lang: 'en' })
    expect(functionFor({ ...ada, functionEn: '' }, 'pt')).toEqual({ text: ada.functionTitle, lang: 'de' })
  })
})
