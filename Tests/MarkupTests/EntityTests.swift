import Foundation
import Markup
import Testing

@Suite struct `Entities in XML` {
    private static let laughs =
        "<!DOCTYPE a [<!ENTITY l0 \"ha\">"
        + (1...40).map { "<!ENTITY l\($0) \"&l\($0 - 1);&l\($0 - 1);\">" }.joined()
        + "]>"

    @Test(arguments: ["<a>\n&l40;</a>", "<a>\n<b c='&l40;'/></a>"])
    func `that would fill memory are refused`(use: String) {
        let script = Script.read(Self.laughs + use, .xml)
        #expect(script.hasPrefix("<a>\n[Line 2 uses the entity `&l40;`."), "\(script)")
    }

    @Test(arguments: ["<a>\n&one;</a>", "<a>\n<b c='&one;'/></a>"])
    func `that were declared are refused where they are used`(use: String) {
        let declaration = "<!DOCTYPE a [<!ENTITY one \"1\">]>"
        let script = Script.read(declaration + use, .xml)
        #expect(script.hasPrefix("<a>\n[Line 2 uses the entity `&one;`."), "\(script)")
        #expect(Script.read(declaration + "<a>1</a>", .xml) == "<a>1</>")
    }

    @Test(arguments: [
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"FILE\">]><a>&x;</a>",
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"FILE\">]><a b='&x;'/>",
        "<!DOCTYPE a [<!ENTITY % p SYSTEM \"FILE\"> %p;]><a>&secret;</a>",
        "<!DOCTYPE a SYSTEM \"FILE\"><a>&secret;</a>",
        "<!DOCTYPE a [<!ENTITY % p \"<!ENTITY secret SYSTEM 'FILE'>\"> %p;]><a>&secret;</a>",
    ])
    func `in other files are not opened`(document: String) throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).dtd")
        try Data("<!ENTITY secret 'leaked'>leaked".utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        for name in [file.path, "file://\(file.path)"] {
            let script = Script.read(document.replacing("FILE", with: name), .xml)
            #expect(!script.contains("leaked"))
            #expect(
                script.contains("uses the entity") || script.hasPrefix("[Line 1 is not well-formed"),
                "\(script)"
            )
        }
    }

    @Test func `cannot be added to elements by a declaration`() {
        let document = "<!DOCTYPE a [<!ATTLIST a b CDATA 'long' c CDATA #FIXED 'x'>]><a d='1'/>"
        #expect(Script.read(document, .xml) == "<a d=1></>")
    }
}
