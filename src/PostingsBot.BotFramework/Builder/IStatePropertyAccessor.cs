namespace PostingsBot.BotFramework.Builder;

public interface IStatePropertyInfo
{
    string Name { get; }
}

/// <summary>One named value of a <see cref="BotState"/>. Changes are kept until the state is saved.</summary>
public interface IStatePropertyAccessor<T> : IStatePropertyInfo
{
    /// <summary>The value; when there is none, what the factory makes (and the state then holds), or the default of the type.</summary>
    /// <exception cref="System.Text.Json.JsonException">The stored value cannot be read as this type.</exception>
    Task<T> GetAsync(ITurnContext turnContext, Func<T>? defaultValueFactory = null, CancellationToken cancellationToken = default);

    Task SetAsync(ITurnContext turnContext, T value, CancellationToken cancellationToken = default);

    Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default);
}
