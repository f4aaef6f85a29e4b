"""What the engine's module exports: name -> 'java.package.Type' or 'java.package.Type#staticMember'."""

ENGINE_EXPORTS = {
}
