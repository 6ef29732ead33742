#pragma once

#include <libxml/xmlversion.h>

// The system's ICU is not the one that Foundation brings along: a file that sees the headers of both does not compile.
// They stand in libxml2's for converters, of which we use none.
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
