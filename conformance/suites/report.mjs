/** What vitest's report says, as a table. */
import path from 'node:path'
import { UNREACHABLE } from './inner.mjs'

/** A row per file: passed, failed, unreachable, skipped, and the first line of what failed. */
export function rowsOf(report) {
  return report.testResults.map(({ name, assertionResults, message }) => {
    const row = { file: path.basename(name), passed: 0, failed: 0, unreachable: 0, skipped: 0, failures: [] }
    if (!assertionResults.length) {
      row.failed++
      row.failures.push(`the file could not be loaded: ${firstLine(message)}`)
    }
    for (const { status, fullName, failureMessages = [] } of assertionResults) {
      const why = failureMessages.join('\n')
      if (status === 'passed') row.passed++
      else if (status !== 'failed') row.skipped++
      else if (why.includes(UNREACHABLE)) row.unreachable++
      else {
        row.failed++
        row.failures.push(`${fullName}: ${firstLine(why)}`)
      }
    }
    return row
  })
}

function firstLine(text = '') {
  return String(text).split('\n')[0].slice(0, 300)
}

export function totalOf(rows, column) {
  return rows.reduce((sum, row) => sum + row[column], 0)
}

const COLUMNS = ['passed', 'failed', 'unreachable', 'skipped']

export function printTable(rows) {
  const width = Math.max(...rows.map(({ file }) => file.length), 5)
  const line = (name, cells) => `${name.padEnd(width)}${cells.map((cell) => String(cell).padStart(13)).join('')}`
  console.log(line('', COLUMNS))
  for (const row of [...rows].sort((a, b) => a.file.localeCompare(b.file)))
    console.log(
      line(
        row.file,
        COLUMNS.map((column) => row[column]),
      ),
    )
  console.log(
    line(
      'total',
      COLUMNS.map((column) => totalOf(rows, column)),
    ),
  )
  failuresOf(rows).forEach((failure) => console.log(failure))
}

export function failuresOf(rows) {
  return rows.flatMap(({ file, failures }) => failures.map((failure) => `FAILED  ${file}: ${failure}`))
}
