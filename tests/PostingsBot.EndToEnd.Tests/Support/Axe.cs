using System.Text.Json;
using Microsoft.Playwright;

namespace PostingsBot.EndToEnd.Tests.Support;

/// <summary>axe-core's rules of WCAG 2.2 A and AA and its best practices, run inside a page.</summary>
internal static class Axe
{
    /// <summary>
    /// Broken rules, each with the element. Left out is what Web Chat alone decides: its log of the conversation is read aloud by a region of its own.
    /// </summary>
    public static async Task<IReadOnlyList<string>> ComplaintsAsync(IPage page)
    {
        var script = await File.ReadAllTextAsync(Path.Combine(Tools.Client("page"), "node_modules", "axe-core", "axe.min.js"));
        await page.EvaluateAsync(script);
        var found = await page.EvaluateAsync<JsonElement>("""
            async () => (await axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }))
              .violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.target.join(" ")}: ${node.failureSummary}`))
            """);
        return [.. found.EnumerateArray().Select(one => one.GetString()!)];
    }
}
