"""What the widgets' module exports: name -> 'java.package.Type' or 'java.package.Type#staticMember'."""

WIDGET_EXPORTS = {
}
