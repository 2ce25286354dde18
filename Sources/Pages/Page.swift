import Mustache

/// The one frame of every HTML page of this program.
///
/// A page is one file: no script, and no font, style or image from elsewhere, which its content security policy says
/// as well. It can be read on a phone and on paper, in light and in dark.
package enum Page {
    /// Renders a page.
    ///
    /// A template is Mustache, the content of `<main>` alone. Whatever `{{name}}` names is escaped for HTML; the triple
    /// `{{{name}}}` is refused, for nothing in a list may ever become part of a page's markup. The partial
    /// `{{>chart}}` draws a ``PageValue/chart(_:)`` whose section is entered.
    ///
    /// - Parameters:
    ///   - title: The title of the page; the template writes its own `<h1>`.
    ///   - language: The language of the page, BCP 47.
    ///   - template: What stands between `<main>` and `</main>`.
    ///   - context: What the template names.
    ///   - pictures: Whether the page may show pictures that lie beside it.
    /// - Throws: ``PageError`` where the template is none.
    package static func render(
        title: String, language: String = "en", template: String, context: [String: PageValue],
        pictures: Bool = false
    ) throws(PageError) -> String {
        guard !template.contains("{{{"), !template.contains("{{&") else { throw .unescaped }
        let library = try MustacheLibrary(templates: [
            "frame": parsed(PageFrame.template, named: "frame"),
            "chart": parsed(ChartRow.template, named: "chart"),
            "content": parsed(template, named: title),
        ])
        var names = context.mapValues(\.forMustache)
        names["pageTitle"] = PageValue.escaped(title)
        names["pageLanguage"] = PageValue.escaped(language)
        names["pagePictures"] = pictures
        guard let page = library.render(names, withTemplate: "frame") else { throw .malformed("frame") }
        return page
    }

    private static func parsed(_ template: String, named name: String) throws(PageError) -> MustacheTemplate {
        // The values come escaped already: Mustache looks at characters, and a quote with a combining mark is another
        // character than a quote, but ends an attribute all the same.
        do {
            return try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}" + template)
        } catch {
            throw .malformed(name)
        }
    }
}
