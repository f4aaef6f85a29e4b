/** Collects what the guides say happens, to be played by play.mjs. */
type Hooks = () => object
type Play = (hooks: any, byPattern: boolean, isSanguine: boolean) => Promise<void>

export const scenarios: { title: string; forms: [form: string, hooks: Hooks][]; play: Play }[] = []

/** Something that happens, with each form of the hooks; with none if the page shows none. */
export function scenario(title: string, forms: [form: string, hooks: Hooks][], play: Play): void {
  scenarios.push({ title, forms: forms.length ? forms : [['option', () => ({})]], play })
}

export function same(actual: unknown, wanted: unknown, line: number): void {
  const [is, should] = [JSON.stringify(actual), JSON.stringify(wanted)]
  if (is !== should) {
    throw new Error(`line ${line}: ${is}, wanted ${should}`)
  }
}
