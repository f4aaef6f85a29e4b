"""Java for browsers and Node: j2cl_library, j2cl_import, j2cl_application, j2cl_test.

Named and used like the rules of J2CL itself. Each is defined in
//build_defs/private; load them from here.
"""

load("//build_defs/private:j2cl_application.bzl", _j2cl_application = "j2cl_application", _j2cl_chunk = "j2cl_chunk")
load("//build_defs/private:j2cl_library.bzl", _j2cl_annotations = "j2cl_annotations", _j2cl_import = "j2cl_import", _j2cl_library = "j2cl_library")
load("//build_defs/private:j2cl_test.bzl", _j2cl_combined_test = "j2cl_combined_test", _j2cl_test = "j2cl_test")

j2cl_annotations = _j2cl_annotations
j2cl_application = _j2cl_application
j2cl_chunk = _j2cl_chunk
j2cl_combined_test = _j2cl_combined_test
j2cl_import = _j2cl_import
j2cl_library = _j2cl_library
j2cl_test = _j2cl_test
