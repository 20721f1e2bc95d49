// Joins the class names that apply.

export const classList = (...names: readonly (string | false | undefined)[]): string => names.filter(Boolean).join(' ')
