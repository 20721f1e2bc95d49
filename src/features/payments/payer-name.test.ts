// Who is meant by a name in a bank's capitals.
import { describe, expect, test } from 'vitest'
import { indexNames, membersNamed } from './payer-name.ts'

describe('names as a bank writes them', () => {
  const index = indexNames([
    [1, ['Köln']],
    [2, ['Frankfurt am Main']],
    [3, ['Frankfurt (Oder)']],
    [4, ["L'Hospitalet de Llobregat"]],
    [5, ['Kaiserslautern']],
    [6, ['Landkreis Kaiserslautern']],
    [7, ['Świętochłowice']],
    [8, ['Castelfranco Emilia Romagna e Montagne']],
    [9, ['São João da Madeira']],
  ])
  test.each<[string, number[]]>([
    ['STADT KOELN', [1]],
    ['STADT KOLN', [1]],
    ['Stadtkasse Köln', [1]],
    ['MAGISTRAT DER STADT FRANKFURT AM MAIN', [2]],
    ['AJUNTAMENT DE L HOSPITALET DE LLOBREGAT', [4]],
    ['STADT KAISERSLAUTERN', [5]],
    ['KREIS KAISERSLAUTERN', []],
    ['LANDKREIS KAISERSLAUTERN', [6]],
    ['GMINA SWIETOCHLOWICE', [7]],
    ['COMUNE DI CASTELFRANCO EMIL', [8]],
    ['COMUNE DI CASTELFRANCO EMILIA ROMAG', [8]],
    ['CAMARA MUNICIPAL DE SAO JOAO DA MADEIRA', [9]],
    ['KREISKASSE / STADT KOELN', [1]],
    ['MUELLER GMBH', []],
    ['', []],
  ])('%s', (name, members) => {
    expect(membersNamed(name, index).map(({ member }) => member)).toEqual(members)
  })
})
