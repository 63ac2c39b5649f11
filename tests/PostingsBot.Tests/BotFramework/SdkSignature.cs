using System.Reflection;

namespace PostingsBot.Tests.BotFramework;

/// <summary>A member in one line, without namespaces: what a caller of it is compiled against. "?" marks a parameter that may be left out.</summary>
internal static class SdkSignature
{
    public static string Of(MemberInfo member) => member switch
    {
        MethodInfo method => OfMethod(method.GetBaseDefinition()),
        MethodBase constructor => $"{Name(constructor.DeclaringType!)}{Parameters(constructor)}",
        FieldInfo field => $"{Name(field.DeclaringType!)}.{field.Name} : {Name(field.FieldType)}",
        _ => throw new ArgumentException($"{member} is no member that is called", nameof(member)),
    };

    /// <summary>Every member of the library that the application's compiled code calls, overrides or implements. Constants leave no trace in it.</summary>
    public static IEnumerable<MemberInfo> UsesOf(Assembly library, Assembly application) =>
        Called(application.ManifestModule).Concat(application.GetTypes().SelectMany(type => Overridden(type, library)))
            .Where(member => member.DeclaringType?.Assembly == library)
            .Select(member => member.Module.ResolveMember(member.MetadataToken)!)
            .Distinct();

    private static IEnumerable<MemberInfo> Called(Module module)
    {
        const int memberReferences = 0x0A000000;
        for (var row = 1; ; row++)
        {
            MemberInfo? member;
            try
            {
                member = module.ResolveMember(memberReferences + row);
            }
            catch (ArgumentOutOfRangeException)
            {
                yield break;
            }
            catch (ArgumentException)
            {
                // Of a type parameter of the application's own.
                continue;
            }

            yield return member!;
        }
    }

    private static IEnumerable<MemberInfo> Overridden(Type type, Assembly library)
    {
        const BindingFlags declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var bases = type.GetMethods(declared).Select(method => (MemberInfo)method.GetBaseDefinition());
        return type.IsInterface ? bases : bases.Concat(type.GetInterfaces().Where(one => one.Assembly == library).SelectMany(one => one.GetMethods()));
    }

    private static string OfMethod(MethodInfo method) => $"{Name(method.DeclaringType!)}.{method.Name}{Parameters(method)} : {Name(method.ReturnType)}";

    private static string Parameters(MethodBase method) => $"({string.Join(", ", method.GetParameters().Select(p => $"{Name(p.ParameterType)} {p.Name}{(p.IsOptional ? "?" : "")}"))})";

    private static string Name(Type type)
    {
        if (type.HasElementType)
            return Name(type.GetElementType()!) + (type.IsArray ? "[]" : "&");
        if (type.IsGenericMethodParameter)
            return "!" + type.GenericParameterPosition;
        var name = type.Name.Split('`')[0];
        return type.IsGenericType ? $"{name}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : name;
    }
}
