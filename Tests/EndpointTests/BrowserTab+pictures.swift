import Foundation

extension BrowserTab {
    /// Shows another page, and waits until all of it is there.
    func go(to page: String) async throws {
        let answer = try await call("Page.navigate", ["url": page])
        if let error = answer["errorText"] as? String { throw Browser.Failure.refused(error) }
        try await value(
            of: "await new Promise((done) => document.readyState === 'complete' ? done() : (onload = done))"
        )
    }

    /// Makes the window so large that nothing needs to be scrolled.
    func resize(width: Int, height: Int) async throws {
        _ = try await call(
            "Emulation.setDeviceMetricsOverride",
            ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": false]
        )
    }

    /// Returns when the page was drawn once more.
    func redraw() async throws {
        try await value(
            of: "await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
        )
    }

    /// All of the page, as PNG.
    func wholePicture(width: Int, height: Int) async throws -> Data {
        let answer = try await call(
            "Page.captureScreenshot",
            [
                "format": "png", "captureBeyondViewport": true, "optimizeForSpeed": true,
                "clip": ["x": 0, "y": 0, "width": width, "height": height, "scale": 1],
            ]
        )
        return Data(base64Encoded: answer["data"] as? String ?? "") ?? Data()
    }
}
