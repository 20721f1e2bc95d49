// Every address of the feature.
export const webhooksPath = '/webhooks'
export const formatPath = '/webhooks/format'
export const webhookPath = (id: number): string => `/webhooks/${id}`
export const secretPath = (id: number): string => `/webhooks/${id}/secret`
export const pausePath = (id: number): string => `/webhooks/${id}/pause`
export const resumptionPath = (id: number): string => `/webhooks/${id}/resumption`
export const removalPath = (id: number): string => `/webhooks/${id}/removal`
export const repetitionPath = (id: number, delivery: string): string =>
  `/webhooks/${id}/deliveries/${delivery}/repetition`
