// The scale of a chart: a round top and a few round steps.

/** 0 … a round number at or above the greatest value, in three to six steps: `[0, 5, 10, 15]`. */
export function stepsOf(values: readonly (number | null)[]): number[] {
  const greatest = Math.max(0, ...values.map((value) => value ?? 0))
  if (greatest === 0) return [0, 1]
  const rough = greatest / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough) ?? rough
  const count = Math.ceil(greatest / step - 1e-9)
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)))
}
