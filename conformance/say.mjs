/** Says what is wrong and what to do, one line each, and ends. */
export function fail(problem, remedy) {
  console.error(`ERROR: ${problem}\n${remedy}`)
  process.exit(2)
}
