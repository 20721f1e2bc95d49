// Every address of the feature.
export const feesPath = '/fees'
export const newScalePath = '/fees/new'
export const scalePath = (id: number): string => `${feesPath}/${id}`
export const editPath = (id: number): string => `${scalePath(id)}/edit`
export const simulationPath = (id: number): string => `${scalePath(id)}/simulation`
export const simulationCsvPath = (id: number): string => `${simulationPath(id)}.csv`
export const proposalPath = (id: number): string => `${scalePath(id)}/proposal`
export const returnPath = (id: number): string => `${scalePath(id)}/return`
export const approvalPath = (id: number): string => `${scalePath(id)}/approval`
export const discardPath = (id: number): string => `${scalePath(id)}/discard`
