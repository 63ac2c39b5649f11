using Spectre.Console;

namespace PostingsBot.Commands.Explaining;

/// <summary>Colours for a terminal that wants them; plain text otherwise.</summary>
internal sealed class Ink(bool isOn)
{
    private const string Reset = "\u001B[0m";

    // Cyan, green, yellow, magenta, blue, red: readable on dark and light grounds alike.
    private static readonly string[] Colours = ["\u001B[36m", "\u001B[32m", "\u001B[33m", "\u001B[35m", "\u001B[34m", "\u001B[31m"];

    public static Ink ForStandardOutput(bool isRefused) => new(
        !isRefused
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && !Console.IsOutputRedirected
        && AnsiConsole.Profile.Capabilities.Ansi);

    public string Dim(string text) => Painted("\u001B[2m", text);

    public string Bold(string text) => Painted("\u001B[1m", text);

    public string Warning(string text) => Painted("\u001B[1;33m", text);

    public string Fact(int number, string text) => Painted(Colours[number % Colours.Length], text);

    private string Painted(string colour, string text) => isOn && text.Length > 0 ? colour + text + Reset : text;
}
