"""What Java in a browser sees of JavaScript and the page."""

# For the j2cl_deps of a shared target that touches the page.
BROWSER = [
    "//third_party:elemental2_core",
    "//third_party:elemental2_dom",
    "//third_party:elemental2_promise",
    "//third_party:jsinterop_base",
]
