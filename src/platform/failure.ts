// A failure that a person who runs the software can understand and mend: printed as one sentence, exit code 1.
export class StartFailure extends Error {}
