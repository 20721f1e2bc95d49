// Every address of the feature.

export const benefitPath = (slug: string, year?: number): string =>
  `/members/${slug}/benefit${year === undefined ? '' : `?year=${year}`}`
/** Of the viewer's own city, wherever they are from. */
export const ownBenefitPath = '/my-city/benefit'
