namespace PostingsBot.Cards.Templating;

/// <summary>A template that cannot be used: its name, the JSON path of the fault, and what is wrong there.</summary>
internal sealed class TemplateException(string template, string path, string problem)
    : Exception($"Card template '{template}' at {path}: {problem}")
{
    public string Template { get; } = template;

    public string Path { get; } = path;
}
