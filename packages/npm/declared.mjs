/** Holds the entries of dist/npm to their types: a module exports the values that its types declare, and no others. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import ts from 'typescript'

/** What an entry exports without declaring it, and why. */
const UNDECLARED = {
  // The engine by another name. Its types declare nothing, so that nobody imports names from there.
  './optimistic': () => true,
  // For the other entries of the package.
  './check': (name) => ['refuseStranger', 'watch'].includes(name),
}

const isTypeOnly = ({ declarations: [declaration] }) =>
  ts.isExportSpecifier(declaration) && (declaration.isTypeOnly || declaration.parent.parent.isTypeOnly)

/** The values that a file of types declares. */
function valuesIn(file) {
  const program = ts.createProgram([file], { module: ts.ModuleKind.NodeNext, noEmit: true, types: [] })
  const checker = program.getTypeChecker()
  const resolved = (symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol)
  return checker
    .getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(file)))
    .filter((symbol) => !isTypeOnly(symbol) && resolved(symbol).flags & ts.SymbolFlags.Value)
    .map(({ name }) => name)
}

/** What a module exports. */
async function exportsOf(file) {
  const { metafile } = await build({
    entryPoints: [file],
    format: 'esm',
    write: false,
    metafile: true,
    logLevel: 'error',
  })
  return Object.values(metafile.outputs)[0].exports
}

/** For each entry of the package, with and without the build for development: a sentence, and what is wrong. */
export async function declaredExports(pkgDir) {
  const { exports } = JSON.parse(readFileSync(path.join(pkgDir, 'package.json'), 'utf8'))
  const found = []
  for (const [entry, { development, ...production }] of Object.entries(exports)) {
    const isUndeclared = UNDECLARED[entry] ?? (() => false)
    for (const [how, conditions] of Object.entries({ production, development })) {
      if (!conditions?.import?.types) continue
      const declared = valuesIn(path.join(pkgDir, conditions.import.types))
      const exported = await exportsOf(path.join(pkgDir, conditions.import.default))
      found.push([
        `${how}, the types declare the exports: ${entry}`,
        [
          ...declared.filter((name) => !exported.includes(name)).map((name) => `${name} is declared, but not exported`),
          ...exported
            .filter((name) => !declared.includes(name) && !isUndeclared(name))
            .map((name) => `${name} is exported, but not declared`),
        ].join('\n'),
      ])
    }
  }
  return found
}
