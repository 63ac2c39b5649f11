namespace PostingsBot.BotFramework.Dialogs;

/// <summary>Typed state of a dialog, the same before and after it was stored.</summary>
public static class DialogInstanceExtensions
{
    /// <summary>The value, or the default when there is none. Changes to a mutable value are saved with the dialog.</summary>
    /// <exception cref="System.Text.Json.JsonException">The stored value cannot be read as this type.</exception>
    public static T? GetState<T>(this DialogInstance instance, string key)
    {
        ArgumentNullException.ThrowIfNull(instance);
        if (!instance.State.TryGetValue(key, out var stored)) return default;
        var value = StoredJson.Convert<T>(stored);
        if (value is not null) instance.State[key] = value;
        return value;
    }

    public static void SetState<T>(this DialogInstance instance, string key, T value) where T : notnull
    {
        ArgumentNullException.ThrowIfNull(instance);
        instance.State[key] = value;
    }
}
